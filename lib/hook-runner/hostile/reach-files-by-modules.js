// Looks for the modules that come with other hosts of the same engine.
// Ends as: answer ["undefined","undefined","undefined"]
function (ctx, callback) {
  callback(null, [typeof std, typeof os, typeof scriptArgs]);
}
