update series_invited set with_network = true where person_id = {4};
