// Calls back again while its answer is read.
// Ends as: answer {"first":true}
function (ctx, callback) { callback(null, { toJSON() { callback(null, 'second'); return { first: true }; } }); }
