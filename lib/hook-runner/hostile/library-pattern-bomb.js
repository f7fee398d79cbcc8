// Lets a library walk a text that takes for ever.
// Ends as: cpu-limit | answer "" | memory-limit
function (ctx, callback) { const _ = require("lodash"); for (let i = 0; i < 1e6; i++) _.words("a".repeat(50000) + " "); callback(null, ""); }
