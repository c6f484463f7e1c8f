"""Text that an amending sentence sets off: where it begins and ends, and what its marks only tell."""
