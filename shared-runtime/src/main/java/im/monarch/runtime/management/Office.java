package im.monarch.runtime.management;

import im.monarch.runtime.cluster.status.StatusDesk;
import im.monarch.runtime.drain.Drain;
import java.util.Optional;

/**
 * What operators can ask and do at a process.
 *
 * @param token what they have to show
 * @param administration none where no role of the process uses the store: the API for accounts then
 *     sends people elsewhere
 */
public record Office(
    Readiness readiness,
    AdminToken token,
    Drain drain,
    StatusDesk statusDesk,
    Optional<Administration> administration) {}
