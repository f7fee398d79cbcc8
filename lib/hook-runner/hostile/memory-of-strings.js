// Doubles a text until nothing holds it.
// Ends as: memory-limit | threw | cpu-limit
function (ctx, callback) { let text = 'x'; for (;;) text += text; }
