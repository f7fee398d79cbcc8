// Hands objects with conversions of their own to everything that the host gives.
// Ends as: answer "called"
function (ctx, callback) {
  const odd = { toString() { throw new Error('a'); }, valueOf() { throw new Error('b'); }, [Symbol.toPrimitive]() { throw new Error('c'); } };
  for (const run of [() => ctx.log(odd), () => setTimeout(odd, odd), () => setTimeout(() => {}, odd), () => clearTimeout(odd), () => require(odd), () => new URL(odd), () => new TextDecoder().decode(odd), () => structuredClone(odd)]) {
    try { run(); } catch (error) {}
  }
  callback(null, 'called');
}
