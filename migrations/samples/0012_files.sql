insert into files (id, kind, length, sha256, created_at)
values ({12}, 'image/jpeg', 6, '37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa', 1),
       ({13}, 'image/jpeg', 6, '37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa', 1);
