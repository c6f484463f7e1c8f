"""The tree of provisions, grown paragraph by paragraph."""
