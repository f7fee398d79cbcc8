// Fills the heap with objects that have many names.
// Ends as: memory-limit | cpu-limit
function (ctx, callback) { const all = {}; for (let i = 0; ; i++) all['name' + i] = { i }; }
