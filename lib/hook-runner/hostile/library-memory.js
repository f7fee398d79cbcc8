// Fills the memory with the help of a library.
// Ends as: memory-limit | cpu-limit
function (ctx, callback) { const _ = require("lodash"); let all = []; for (;;) all = all.concat([_.range(1e5)]); }
