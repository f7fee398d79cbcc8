// Makes formats for ever, each with another locale.
// Ends as: cpu-limit
function (ctx, callback) { for (let i = 0; ; i++) { try { new Intl.NumberFormat('en-x-a' + i).format(i); } catch (error) {} } }
