-- One vote a request, as the page sends it: the header of its session, and the vote. SESSIONS has a line for each session: its id,
-- its secret and its seat.

local sessions = {}
for line in io.lines(os.getenv("SESSIONS")) do
  local session, secret, seat = line:match("(%S+) (%S+) (%S+)")
  sessions[#sessions + 1] = { id = session, secret = secret, seat = seat }
end
local study, plan, trials = os.getenv("STUDY"), os.getenv("PLAN"), tonumber(os.getenv("TRIALS"))
local start = tonumber(os.getenv("START"))

local threads = {}
function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
end

function init(args)
  count, failed, first = 0, 0, ""
  math.randomseed(start * 7 + number)
end

function request()
  count = count + 1
  local session = sessions[(count * 2 + number) % #sessions + 1]
  local id = string.format("%08x-%04x-4%03x-8%03x-%08x%04x", (start + count) % 4294967296, math.random(0, 65535),
    math.random(0, 4095), math.random(0, 4095), math.random(0, 2147483647), math.random(0, 65535))
  local header = string.format('{"format":"dotchi-answers-1","study":"%s","plan_hash":"%s","seat":%s,"session":"%s",'
    .. '"source":"link","language":"en","started_at":"2026-01-05T10:00:00Z","front":"page","user_agent_class":"desktop",'
    .. '"screen":"1280x800@1"}\n', study, plan, session.seat, session.id)
  local vote = string.format('{"id":"%s","t_ms":%d,"kind":"vote","trial":%d,"choice":"left","response_ms":900,"render":"img",'
    .. '"shown_px":256}\n', id, 1000 + start + count * 3, count % trials + 1)
  return wrk.format("POST", "/v1/answers",
    { ["Authorization"] = "Bearer " .. session.secret, ["Content-Type"] = "application/jsonl" }, header .. vote)
end

-- A vote counts where it was taken: status 200, and nothing refused.
function response(status, headers, body)
  if status ~= 200 or not body:find('"refused":%[%]') then
    failed = failed + 1
    if first == "" then first = status .. " " .. body end
  end
end

function done(summary, latency, requests)
  local failed, first = 0, ""
  for _, thread in ipairs(threads) do
    failed = failed + thread:get("failed")
    if first == "" then first = thread:get("first") end
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format('RESULT {"requests": %d, "failed": %d, "errors": %d, "seconds": %.3f, "p50": %.2f, "p95": %.2f, "p99": %.2f}',
    summary.requests, failed, errors, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000))
  if first ~= "" then print("FIRST " .. first) end
end
