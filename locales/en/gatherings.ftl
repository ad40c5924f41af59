audience-public = everyone, also without an account
audience-district = everyone in the district
audience-invited = the people you invite
refused-host = This is for the hosts of the gathering.
