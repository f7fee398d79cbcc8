// Reaches for the realm of the host through the functions of libraries.
// Ends as: answer ["undefined","undefined"]
function (ctx, callback) {
  const make = (one) => one.constructor("return typeof process")();
  callback(null, [make(require("lodash").get), make(require("crypto").createHash)]);
}
