/** What is said when even the frame failed, and with it everything that could hand out messages. */
export default {
  title: 'The console failed',
  what: 'A fault of its own keeps it from showing anything. Nothing was changed by looking at this page.',
  errorId: 'Error id',
  tryAgain: 'Try again',
} as const;
