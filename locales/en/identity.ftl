sign-in-title = Sign in
sign-in-about = Type your e-mail address. We send you a link that signs you in; no password needed.
sign-in-mail-link = Mail me a link
sign-in-by-password = I have a password
sign-in-button = Sign in
sign-in-wrong = This address and password do not belong together.
sign-in-sent-title = Look in your mailbox
sign-in-sent = If { $email } belongs to someone here, a link is on its way. It works once, for 30 minutes.
sign-in-again = Ask for another link
sign-in-hello = Hello { $name }
sign-in-continue = Continue
sign-in-over-title = This link is used up
sign-in-over = A link signs you in once and works for 30 minutes.
signed-out = You are signed out.
field-email = E-mail address
field-password = Password
field-old-password = Your password until now
field-new-password = New password
field-token-name = What is it for?
field-scope = What may it do?
field-days = Days until it stops working
scope-read = Look
scope-write = Look and change
password-too-short = At least 10 characters. Three or four words make a good password.
password-too-long = At most 200 characters.
password-wrong = This is not your password until now.
password-set = Your password is set. Other browsers were signed out.
account-title = Your account
account-password = Password
account-password-set = Set the password
account-sessions = Where you are signed in
account-this-browser = this browser
account-session-end = Sign out there
account-sessions-end = Sign out everywhere else
session-ended = That browser is signed out.
sessions-ended = All other browsers are signed out.
account-tokens = Keys for programs
account-token-fresh = Here is the key. It is shown only now: copy it.
account-token-revoke = Revoke
account-token-make = Make a key
token-revoked = The key no longer works.
mail-sign-in-subject = Your link to { $district }
mail-sign-in-text =
    Hello { $name },

    This link signs you in. It works once, for 30 minutes:

    { $link }

    You did not ask for it? Then you need do nothing.
account-session-when = since { $began }, last used { $seen }
account-token-when = works until { $expires };
account-token-used = last used { $used }.
account-token-unused = not used yet.
account-data = Your data
account-data-about = What Klatsch keeps about you, to see, to save, or to be erased.
account-data-see = What Klatsch knows of me
