// Evaluates to something that only looks like a function.
// Ends as: not-a-function
{ call: function () {}, apply: function () {} }
