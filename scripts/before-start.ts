import { logWhatIsPrinted } from '#lib/log.ts';

// Loaded before the framework starts: it then leaves it to the console how to end on SIGTERM and SIGINT, and what
// it prints is a line of the log too.
process.env.NEXT_MANUAL_SIG_HANDLE = 'true';
logWhatIsPrinted();
