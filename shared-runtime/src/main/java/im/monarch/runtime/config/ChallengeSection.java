package im.monarch.runtime.config;

import im.monarch.domain.clients.Products;

/**
 * Whether clients have to show that they are clients (CHL and QRY).
 *
 * @param enabled whether every client is challenged after it has signed in
 * @param products what their answers are checked with
 */
public record ChallengeSection(boolean enabled, Products products) {}
