// Replaces the methods of maps, sets, arrays and promises that a runtime is likely to use.
// Ends as: answer "fine"
function (ctx, callback) {
  const bad = () => { throw new Error('poisoned'); };
  for (const type of [Map, Set, WeakMap, Array, Promise, String]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      try { if (name !== 'constructor') type.prototype[name] = bad; } catch (error) {}
    }
  }
  callback(null, 'fine');
}
