// Loaded before the framework starts, which then leaves it to the console how to end on SIGTERM and SIGINT.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
