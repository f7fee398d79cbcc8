// Climbs from what the host hands in: callback, log and the promise of read.
// Ends as: answer ["undefined","undefined","undefined"]
async function (ctx, callback) {
  const climb = (value) => value.constructor.constructor('return typeof process')();
  callback(null, [climb(callback), climb(ctx.log), climb(ctx.read())]);
}
