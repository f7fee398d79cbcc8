// Fills the heap with arrays.
// Ends as: memory-limit | cpu-limit
function (ctx, callback) { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }
