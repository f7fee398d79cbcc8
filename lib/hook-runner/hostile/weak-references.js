// Keeps weak references and a map of itself.
// Ends as: answer true
function (ctx, callback) {
  const map = new WeakMap(); map.set(map, map);
  const ref = new WeakRef(map);
  callback(null, ref.deref() === map);
}
