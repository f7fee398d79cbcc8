/** Runs once when the server starts; a wrong setting stops the start with a sentence. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('#lib/boot.ts');
    await boot();
  }
}
