# A kit of every layout of the catalog, and the program itself over it.

$ daicho layout list | tail -n +2 | awk '{ print $1 }' >ids; wc -l <ids
29

$ xargs -P 4 -I ID sh -c 'daicho kit --layout ID --out ID 2>/dev/null && daicho kit verify ID >ID.verdict; rm -rf ID' <ids; grep -c 'all as expected$' *.verdict | grep -v ':1$'; cat *.verdict | grep -v 'all as expected$'; cat *.verdict | wc -l
29
