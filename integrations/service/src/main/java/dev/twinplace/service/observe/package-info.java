/** What operators see of a running service: metrics, a line for each request, and a line for each error of ours. */
package dev.twinplace.service.observe;
