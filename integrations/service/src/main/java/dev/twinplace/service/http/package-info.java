/**
 * The service's HTTP interface. {@link dev.twinplace.service.http.Router} hands each request to the {@link
 * dev.twinplace.service.http.Endpoint} of its path; nothing here blocks a thread on a client.
 */
package dev.twinplace.service.http;
