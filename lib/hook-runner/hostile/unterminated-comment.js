// Swallows what follows the text.
// Ends as: syntax
function (ctx, callback) { callback(null, 1); } /* and on
