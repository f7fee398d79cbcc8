// Runs code through a template of a library.
// Ends as: answer "undefined undefined"
function (ctx, callback) { callback(null, require("lodash").template("<%= typeof process %> <%= typeof host %>")()); }
