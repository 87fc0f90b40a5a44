package im.monarch.runtime.connection;

import im.monarch.domain.limits.Rate;

/** How much a client may say; one that says more is read more slowly. */
public record Pace(Rate requests, Rate bytes) {}
