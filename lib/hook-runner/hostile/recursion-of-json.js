// Nests an answer deeper than a stack.
// Ends as: answer-not-json | cpu-limit
function (ctx, callback) { let deep = []; for (let i = 0; i < 100000; i++) deep = [deep]; callback(null, deep); }
