"""Where a matter stands on a day: who has consented, what is waived, what each instrument waits for."""
