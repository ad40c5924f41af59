check-in-title = Check in
check-in-about = The code is on the screen in the room. It changes every minute.
check-in-code = Code
check-in-code-hint = Six digits
check-in-go = Go on
check-in-six-digits = A code has six digits, as 482 913.
check-in-wrong = That code is not good, or no longer. Look at the screen: a new one comes every minute.
check-in-cancelled = This gathering was cancelled; nobody can check in.
check-in-early = Check-in opens a quarter of an hour before the start.
check-in-late = Check-in closed a quarter of an hour after the end. The host can still mark you.
check-in-not-invited = This gathering is for invited people. The host can mark you as a walk-in.
check-in-me = I am here
check-in-as = You are signed in as { $name }.
check-in-already = { $name }, you are here. That is all.
check-in-who = Who are you?
check-in-someone-else = Someone beside you
check-in-search = Find your name
check-in-more-letters = Type at least two letters of the name.
check-in-none-found = Nobody of that name. Try the family name alone, or come as a guest.
check-in-expected = Expected today
check-in-is-here = Here
check-in-guests = Guests
check-in-guests-about = Without an account? You are counted, not named.
check-in-guests-label = How many are you?
check-in-guests-go = We are here
check-in-done = { $name } is here.
check-in-guests-done = { $count ->
    [one] 1 guest is here.
   *[other] { $count } guests are here.
}
check-in-undone = Taken back.
check-in-undo-late = This can no longer be taken back here. The host can correct it.
check-in-welcome = Welcome
check-in-welcome-about = Take a coffee, and a seat.
check-in-welcome-mistake = The wrong name? Undo takes it back for ten minutes. Later the host can correct it.
check-in-to-gathering = What is on today
