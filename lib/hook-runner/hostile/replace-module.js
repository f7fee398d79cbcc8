// Puts another function where the first one was taken from.
// Ends as: answer "the second"
function (ctx, callback) { callback(null, 'the first'); };
module.hook = function (ctx, callback) { callback(null, 'the second'); }
