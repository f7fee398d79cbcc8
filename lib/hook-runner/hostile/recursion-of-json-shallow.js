// Nests an answer deeper than those who read it may go.
// Ends as: answer-not-json
function (ctx, callback) { let deep = {}; for (let i = 0; i < 500; i++) deep = { deep }; callback(null, deep); }
