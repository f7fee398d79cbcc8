// Freezes every intrinsic that it can reach.
// Ends as: answer "frozen"
function (ctx, callback) {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name];
    if (typeof value === 'function') { Object.freeze(value); if (value.prototype) Object.freeze(value.prototype); }
  }
  Object.freeze(globalThis);
  callback(null, 'frozen');
}
