// Sets a hundred thousand timers.
// Ends as: threw
function (ctx, callback) { for (let i = 0; i < 100000; i++) setTimeout(() => {}, i % 7); }
