// A timer that sets the next timer.
// Ends as: wait-limit | cpu-limit
function (ctx, callback) { (function again() { setTimeout(again, 0); })(); }
