update search_documents set sorted = 'lunch' where number = 1;
