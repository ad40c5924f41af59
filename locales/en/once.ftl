once-used = This form was sent before, with other words, and that was kept. To send another, open its page again.
once-done = This was already kept; nothing was done twice.
