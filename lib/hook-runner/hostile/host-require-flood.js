// Requires modules that there are not, for ever.
// Ends as: cpu-limit
function (ctx, callback) { for (let i = 0; ; i++) { try { require("module-" + i); } catch (error) {} } }
