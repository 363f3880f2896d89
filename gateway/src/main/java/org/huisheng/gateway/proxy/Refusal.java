package org.huisheng.gateway.proxy;

/** How an exchange ends that gets no answer of a service. */
interface Refusal {

    void refuse(Reason reason);

    enum Reason {
        /** No connection: surely nothing was processed. */
        SERVICE_DOWN,
        OVERLOADED,
        /** The request was sent and the connection ended: it may have been processed. */
        ANSWER_LOST,
        SERVICE_SLOW,
        TOO_LARGE
    }
}
