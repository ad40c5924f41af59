insert into district (id, name, language, zone, created_at) values (1, 'Sample District', 'en', 'America/Vancouver', 1);
insert into schools (id, source_key, name, level, district, address, city, postal_code, latitude, longitude, sought, created_at, updated_at)
values ({1}, 'sample-1', 'Sample Elementary', 'elementary', null, '1 Sample Road', 'Sample City', 'V1V1V1', 49.9, -119.5, 'sample elementary sample city', 1, 1),
       ({2}, null, 'Sample Secondary', null, null, null, null, null, null, null, 'sample secondary', 1, 1);
