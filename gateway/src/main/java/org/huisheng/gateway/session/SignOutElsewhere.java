package org.huisheng.gateway.session;

import java.util.Optional;

/** Knows where a browser is signed in, too, because somebody there vouched for its user. */
public interface SignOutElsewhere {

    /** @return where to send the browser, so that it is signed out there as well; empty if that cannot be done */
    Optional<String> address(String idToken);
}
