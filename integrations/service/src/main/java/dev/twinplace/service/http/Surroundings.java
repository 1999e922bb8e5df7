package dev.twinplace.service.http;

import dev.twinplace.service.decide.Ticker;
import dev.twinplace.service.observe.FaultLog;
import java.time.Duration;

/**
 * What every exchange needs.
 *
 * @param memory for bodies and long responses
 * @param transfer how long a body may take to arrive, and a response to be taken
 */
record Surroundings(Ticker ticker, FaultLog faults, BodyMemory memory, Duration transfer) {}
