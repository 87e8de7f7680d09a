# `make demo` and `make test` are all that a newcomer needs; both set up .venv first where it is not up to date.
.PHONY: demo ui test test-fast check bench-checks bench-rules bench-readers bench-retrieval bench-speed chroma-server lock clean

demo: ## review the bundled sample report
	@scripts/setup.sh runtime
	@.venv/bin/jiheng demo

ui: ## the page in a browser, on this machine alone
	@scripts/setup.sh runtime
	@.venv/bin/jiheng ui

test: ## everything, with what the tests need from the system
	@scripts/setup.sh dev
	@scripts/system.sh
	@scripts/test.sh

test-fast: ## under a minute: no slow tests, nothing installed from the system
	@scripts/setup.sh dev
	@scripts/test.sh -m "not slow"

check: ## format, lint, types, import contracts
	@scripts/setup.sh dev
	@scripts/check.sh

bench-checks: ## false alarms on clean reports and recall of planted slips, as tables (ARGS="--missed 10" lists trials)
	@scripts/setup.sh dev
	@.venv/bin/python -m tests.measure $(ARGS)

bench-rules: ## recall and precision of the rules on planted rule errors (ARGS="--list" names misses; minutes)
	@scripts/setup.sh dev
	@.venv/bin/python -m tests.measure_rules $(ARGS)

bench-readers: ## how well and how fast files are read, other libraries beside; ARGS="--scan --real-scan --faults 9" (minutes)
	@scripts/setup.sh dev
	@cmp -s requirements/peers.txt .peers/installed.txt || { .venv/bin/python -m venv --clear .peers && \
		.peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		-r requirements/peers.txt && cp requirements/peers.txt .peers/installed.txt; }
	@.venv/bin/python -m tests.corpus.bench $(ARGS)

bench-retrieval: ## how well questions find their passages; ARGS="--scale" 100,000 synthetic chunks, "--reports 8" embeds (minutes)
	@scripts/setup.sh dev
	@.venv/bin/python -m tests.retrieval $(ARGS)

bench-speed: ## what checking costs by size, and what a second worker gains
	@scripts/setup.sh dev
	@.venv/bin/python -m tests.speed

chroma-server: ## a Chroma server on loopback, its data in ./out/chroma (JIHENG_CHROMA_URL=http://127.0.0.1:8000)
	@scripts/setup.sh runtime
	@.venv/bin/chroma run --path out/chroma --host 127.0.0.1 --port 8000

lock: ## renew requirements/*.txt (needs uv)
	@scripts/lock.sh

clean:
	rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
